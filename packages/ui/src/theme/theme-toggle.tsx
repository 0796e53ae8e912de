import { ToggleGroup } from '../controls/toggle-group.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { THEME_CHOICES } from './theme.js'
import { useTheme } from './use-theme.js'

export function ThemeToggle() {
  const t = useUiMessages()
  const [choice, choose] = useTheme()
  const choices = THEME_CHOICES.map((id) => ({ id, label: t(`theme.${id}`) }))
  return <ToggleGroup label={t('theme.label')} choices={choices} chosen={choice} onChoose={choose} />
}
