import { ToggleGroup } from '../controls/toggle-group.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface AuthorToggleProps {
  readonly isPlain: boolean
  readonly onChange: (isPlain: boolean) => void
}

/** Whether this viewer sees who wrote what. */
export function AuthorToggle({ isPlain, onChange }: AuthorToggleProps) {
  const t = useUiMessages()
  const choices = [
    { id: 'authors', label: t('text.whoWroteWhat') },
    { id: 'plain', label: t('text.plain') },
  ] as const
  return (
    <ToggleGroup
      label={t('text.authors')}
      choices={choices}
      chosen={isPlain ? 'plain' : 'authors'}
      onChoose={(id) => onChange(id === 'plain')}
    />
  )
}
