import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Voice } from './author-runs.js'

interface AuthorLegendProps {
  readonly voices: readonly (Voice & { readonly id: string; readonly isViewer: boolean })[]
}

/** Each writer's name, drawn the way their words are. */
export function AuthorLegend({ voices }: AuthorLegendProps) {
  const t = useUiMessages()
  return (
    <ul className="ac-legend">
      {voices.map(({ id, relation, name, isViewer, isSecond }) => (
        <li key={id} className="ac-words" data-relation={relation} data-second={isSecond ? '' : undefined}>
          {isViewer ? t('text.yourWords') : t('text.wordsOf', { name })}
        </li>
      ))}
    </ul>
  )
}
