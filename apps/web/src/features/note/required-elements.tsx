import type { NoteContent } from '@accord/domain/note/content'
import { requirementsFor, type Standing } from '@accord/domain/note/requirement'
import type { Discipline } from '@accord/domain/case/discipline'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface RequiredElementsProps {
  readonly discipline: Discipline
  readonly content: NoteContent
}

/** What the discipline asks of a note, with who says so; hints for the writer, and never a block. (NO2) */
export function RequiredElements({ discipline, content }: RequiredElementsProps) {
  const t = useWebMessages()
  const asked = requirementsFor(discipline, content)
  const open = asked.filter(({ standing }) => standing === 'missing').length
  const sources = [...new Set(asked.map(({ source }) => source))]
  return (
    <section aria-labelledby="note-asked">
      <h2 className="ac-subheading" id="note-asked">
        {t('note.asked')}
      </h2>
      <p className="ac-muted ac-small">{t('note.asked.lead', { open })}</p>
      <ul className="web-note-asked">
        {asked.map(({ element, standing }) => (
          <li key={element} data-standing={standing}>
            <Mark standing={standing} />
            <span>{t(`note.asked.${element}`)}</span>
            <span className="ac-muted ac-small">{t(`note.standing.${standing}`)}</span>
          </li>
        ))}
      </ul>
      <details className="ac-small ac-muted">
        <summary>{t('note.asked.sources')}</summary>
        <ul>
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Mark({ standing }: { readonly standing: Standing }) {
  if (standing === 'known' || standing === 'there') return <CheckIcon size={15} />
  return standing === 'look' ? <EyeIcon size={15} /> : <span className="web-note-open" aria-hidden="true" />
}
