import { Dialog } from '@accord/ui/controls/dialog'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import type { ConsoleRoom } from '../../lib/rooms.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface ShortcutsDialogProps {
  /** Those that this person has; the keys of others lead nowhere. */
  readonly rooms: readonly ConsoleRoom[]
  readonly hasSingleKeys: boolean
  readonly onSingleKeys: (isOn: boolean) => void
  readonly onClose: () => void
}

const GOALS = ['next', 'edit', 'leave', 'agree', 'authors'] as const
const REPLAY = ['replay', 'play'] as const

/** Every key of the console, and the way to turn single letters off. */
export function ShortcutsDialog({ rooms, hasSingleKeys, onSingleKeys, onClose }: ShortcutsDialogProps) {
  const t = useWebMessages()
  const isClinical = rooms.includes('clients')
  const shortcuts = isClinical
    ? (['find', ...rooms, ...GOALS, ...REPLAY, 'help'] as const)
    : ([...rooms, 'help'] as const)
  const choices = [
    { id: 'on', label: t('shortcuts.on') },
    { id: 'off', label: t('shortcuts.off') },
  ] as const
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose}>
      <dl className="web-shortcuts">
        {shortcuts.map((name) => (
          <div key={name}>
            <dt>{t.rich(`shortcuts.keys.${name}`, { k: (key) => <kbd>{key}</kbd> })}</dt>
            <dd>{t(`shortcuts.does.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="web-single-keys">
        <span className="ac-small">{t('shortcuts.single')}</span>
        <ToggleGroup
          label={t('shortcuts.single')}
          choices={choices}
          chosen={hasSingleKeys ? 'on' : 'off'}
          onChoose={(id) => onSingleKeys(id === 'on')}
        />
      </div>
    </Dialog>
  )
}
