import { ToggleGroup } from '../controls/toggle-group.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { useWordingSettings } from './wording-context.js'

/** Whether this device shows hints about wording. (WC7) */
export function WordingToggle() {
  const t = useUiMessages()
  const settings = useWordingSettings()
  if (settings === null) return null
  return (
    <ToggleGroup
      label={t('wording.toggle')}
      choices={(['on', 'off'] as const).map((id) => ({ id, label: t(`wording.toggle.${id}`) }))}
      chosen={settings.isOn ? 'on' : 'off'}
      onChoose={(id) => settings.turn(id === 'on')}
    />
  )
}
