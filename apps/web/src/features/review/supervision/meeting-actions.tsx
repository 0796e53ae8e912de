import type { SupervisionPair } from '@accord/domain/rest/supervision'
import type { MeetingAction } from '@accord/domain/supervision/meeting'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { IconButton } from '@accord/ui/controls/icon-button'
import { TextField } from '@accord/ui/controls/text-field'
import { CloseIcon } from '@accord/ui/icons/close-icon'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface MeetingActionsProps {
  readonly actions: readonly MeetingAction[]
  readonly pair: SupervisionPair
  readonly onActions: (actions: readonly MeetingAction[]) => void
}

/** Who does what until when. */
export function MeetingActions({ actions, pair, onActions }: MeetingActionsProps) {
  const t = useWebMessages()
  const set = (at: number, change: Partial<MeetingAction>) =>
    onActions(actions.map((action, index) => (index === at ? { ...action, ...change } : action)))
  return (
    <fieldset className="web-meeting-actions">
      <legend className="ac-label">{t('meeting.field.actions')}</legend>
      {actions.map((action, index) => (
        <div key={index} className="web-meeting-row">
          <TextField
            label={t('meeting.action.what')}
            value={action.what}
            onChange={(what) => set(index, { what })}
            maxLength={400}
          />
          <ChoiceField
            label={t('meeting.action.who')}
            choices={(['practitioner', 'supervisor'] as const).map((id) => ({
              id,
              label: givenName(pair[id].name),
            }))}
            chosen={action.who}
            onChoose={(who) => set(index, { who })}
          />
          <TextField
            label={t('meeting.action.due')}
            type="date"
            value={action.due ?? ''}
            onChange={(due) => set(index, { due: due === '' ? null : due })}
          />
          <IconButton
            label={t('meeting.action.remove', { number: index + 1 })}
            size="small"
            onPress={() => onActions(actions.filter((_, other) => other !== index))}
          >
            <CloseIcon />
          </IconButton>
        </div>
      ))}
      {actions.length < 20 && (
        <Button
          size="small"
          kind="quiet"
          icon={<PlusIcon size={16} />}
          onPress={() => onActions([...actions, { what: '', who: 'practitioner', due: null }])}
        >
          {t('meeting.action.add')}
        </Button>
      )}
    </fieldset>
  )
}
