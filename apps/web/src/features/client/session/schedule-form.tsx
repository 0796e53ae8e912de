import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { CaseId } from '@accord/domain/ids'
import type { ScheduleBody, SessionCard } from '@accord/domain/rest/session'
import {
  SESSION_KINDS,
  SESSION_PLACES,
  type SessionKind,
  type SessionPlace,
} from '@accord/domain/session/session'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { postJson } from '../../../lib/http.js'
import { noteSessions } from '../../../lib/sessions.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** When, for how long, where and what for. */
export function ScheduleForm({ caseId }: { readonly caseId: CaseId }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('10:00')
  const [minutes, setMinutes] = useState('50')
  const [place, setPlace] = useState<SessionPlace>('room')
  const [kind, setKind] = useState<SessionKind>('work')
  const [isTried, setTried] = useState(false)
  const scheduling = useMutation({
    mutationFn: (body: ScheduleBody) => postJson<SessionCard>(`/api/cases/${caseId}/sessions`, body),
    onSuccess: () => {
      noteSessions(queries)
      setDay('')
      setTried(false)
      toasts.add({ kind: 'done', words: t('schedule.done') })
    },
    onError: () => toasts.add({ kind: 'failed', words: t('session.failed') }),
  })
  const scheduledFor = new Date(`${day}T${time}`).getTime()
  const isLength = /^\d{1,3}$/.test(minutes) && Number(minutes) >= 5 && Number(minutes) <= 480
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Number.isNaN(scheduledFor) || !isLength || scheduling.isPending) return
    scheduling.mutate({ kind, place, scheduledFor, minutes: Number(minutes) })
  }
  return (
    <section>
      <form className="web-session-form" onSubmit={submit} noValidate>
        <h2 className="ac-subheading">{t('schedule.title')}</h2>
        <TextField
          label={t('schedule.day')}
          type="date"
          value={day}
          onChange={setDay}
          error={isTried && day === '' ? t('schedule.day.missing') : undefined}
        />
        <TextField
          label={t('schedule.time')}
          type="time"
          value={time}
          onChange={setTime}
          error={isTried && time === '' ? t('schedule.time.missing') : undefined}
        />
        <TextField
          label={t('schedule.minutes')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          error={isTried && !isLength ? t('schedule.minutes.wrong') : undefined}
        />
        <OnePill
          label={t('schedule.place')}
          choices={SESSION_PLACES.map((id) => ({ id, label: t('session.place', { place: id }) }))}
          chosen={place}
          onChoose={setPlace}
        />
        <OnePill
          label={t('schedule.kind')}
          description={t('schedule.kind.hint')}
          choices={SESSION_KINDS.map((id) => ({
            id,
            label: t('session.kind', { kind: id === 'work' ? 'work' : 'other' }),
          }))}
          chosen={kind}
          onChoose={setKind}
        />
        <Button type="submit" kind="primary" isPending={scheduling.isPending}>
          {t('schedule.do')}
        </Button>
      </form>
    </section>
  )
}
