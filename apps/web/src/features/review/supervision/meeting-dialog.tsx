import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import type { SupervisionPair } from '@accord/domain/rest/supervision'
import { latestOf, standingOf, type Meeting } from '@accord/domain/supervision/meeting'
import { Button } from '@accord/ui/controls/button'
import { ManyPills } from '@accord/ui/controls/choice-pills'
import { Dialog } from '@accord/ui/controls/dialog'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { refusalCode } from '../../../lib/request-failure.js'
import { pairIds } from '../../../lib/supervision.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { agendaQuery } from '../api/agenda.js'
import { changeMeeting, recordMeeting } from '../api/log.js'
import { MeetingActions } from './meeting-actions.js'
import { contentOf, draftOf, troublesOf } from './meeting-draft.js'
import { MeetingFields } from './meeting-fields.js'
import { dayOf } from './months.js'

interface MeetingDialogProps {
  readonly pair: SupervisionPair
  readonly other: string
  /** The one that is changed; null for a new one. */
  readonly meeting: Meeting | null
  readonly onClose: () => void
  readonly onKept: () => void
}

/** Records a meeting, or writes its next version, which needs both signatures again. (SQ10) */
export function MeetingDialog({ pair, other, meeting, onClose, onKept }: MeetingDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const form = useId()
  const today = dayOf(useNow())
  const ids = pairIds(pair)
  const queries = useQueryClient()
  const { data: agenda } = useQuery({ ...agendaQuery(ids), enabled: meeting === null })
  const [draft, setDraft] = useState(() => draftOf(meeting && latestOf(meeting).content, today))
  const [discussed, setDiscussed] = useState<readonly string[]>([])
  const [isAsked, setIsAsked] = useState(false)
  const troubles = troublesOf(draft, today)
  const keeping = useMutation({
    mutationFn: () =>
      meeting === null
        ? recordMeeting(ids, contentOf(draft), discussed)
        : changeMeeting(ids, meeting.id, { after: latestOf(meeting).version, content: contentOf(draft) }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: agendaQuery(ids).queryKey })
      onKept()
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (troubles.length === 0) keeping.mutate()
  }
  const open = (agenda?.items ?? []).filter((item) => item.discussed === null && item.words !== '')
  const code = refusalCode(keeping.error)
  return (
    <Dialog
      title={meeting === null ? t('meeting.record') : t('meeting.change')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form} isPending={keeping.isPending}>
            {t('meeting.keep')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} className="web-meeting-form" onSubmit={submit} noValidate>
        {meeting !== null && standingOf(meeting) === 'signed-by-one' && (
          <p className="ac-small">{t('meeting.signedBefore')}</p>
        )}
        <MeetingFields draft={draft} troubles={isAsked ? troubles : []} onDraft={setDraft} />
        <MeetingActions
          actions={draft.actions}
          pair={pair}
          onActions={(actions) => setDraft({ ...draft, actions })}
        />
        {open.length > 0 && (
          <ManyPills
            label={t('meeting.fromAgenda')}
            choices={open.map(({ id, words }) => ({ id, label: words }))}
            chosen={discussed}
            onChoose={setDiscussed}
          />
        )}
        <p className="ac-muted ac-small">{t('meeting.seen', { name: other })}</p>
        {keeping.error !== null && (
          <p className="ac-field-error" role="alert">
            <ErrorIcon size={16} />
            <span>
              {code === 'words-changed' || code === 'governed-fact' ? t('meeting.moved') : t('save.server')}
            </span>
          </p>
        )}
      </form>
    </Dialog>
  )
}
