import { MEDIA, OBSERVATIONS } from '@accord/domain/supervision/meeting'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { DraftTrouble, MeetingDraft } from './meeting-draft.js'

interface MeetingFieldsProps {
  readonly draft: MeetingDraft
  readonly troubles: readonly DraftTrouble[]
  readonly onDraft: (draft: MeetingDraft) => void
}

const FORMS = ['individual', 'triadic', 'group', 'peer'] as const

/** When, for how long, how, and what about. */
export function MeetingFields({ draft, troubles, onDraft }: MeetingFieldsProps) {
  const t = useWebMessages()
  const set = (change: Partial<MeetingDraft>) => onDraft({ ...draft, ...change })
  const error = (trouble: DraftTrouble) =>
    troubles.includes(trouble) ? t(`meeting.trouble.${trouble}`) : undefined
  const hasSize = draft.form === 'group' || draft.form === 'peer'
  return (
    <>
      <div className="web-meeting-row">
        <TextField
          label={t('meeting.field.day')}
          type="date"
          value={draft.day}
          onChange={(day) => set({ day })}
          error={error('day')}
          autoFocus
        />
        <TextField
          label={t('meeting.field.minutes')}
          inputMode="numeric"
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
          error={error('minutes')}
        />
        {hasSize && (
          <TextField
            label={t('meeting.field.size', { form: draft.form })}
            inputMode="numeric"
            value={draft.size}
            onChange={(size) => set({ size })}
            error={error('size')}
          />
        )}
      </div>
      <OnePill
        label={t('meeting.field.form')}
        choices={FORMS.map((id) => ({ id, label: t('meeting.form', { form: id }) }))}
        chosen={draft.form}
        onChoose={(form) => set({ form })}
      />
      <OnePill
        label={t('meeting.field.medium')}
        choices={MEDIA.map((id) => ({ id, label: t(`meeting.medium.${id}`) }))}
        chosen={draft.medium}
        onChoose={(medium) => set({ medium })}
      />
      <TextField
        label={t('meeting.field.topics')}
        lines={4}
        value={draft.topics}
        onChange={(topics) => set({ topics })}
        maxLength={4000}
        error={error('topics')}
      />
      <TextField
        label={t('meeting.field.risk')}
        description={t('meeting.hint.risk')}
        lines={2}
        value={draft.risk}
        onChange={(risk) => set({ risk })}
        maxLength={4000}
      />
      <TextField
        label={t('meeting.field.people')}
        value={draft.people}
        onChange={(people) => set({ people })}
        maxLength={400}
      />
      <OnePill
        label={t('meeting.field.observation')}
        choices={OBSERVATIONS.map((id) => ({ id, label: t(`meeting.observed.${id}`) }))}
        chosen={draft.observation}
        onChoose={(observation) => set({ observation })}
      />
    </>
  )
}
