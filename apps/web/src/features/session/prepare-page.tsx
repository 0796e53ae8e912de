import { useNavigate } from 'react-router'
import { AgendaList } from '@accord/ui/session/agenda-list'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { EyeOffIcon } from '@accord/ui/icons/eye-off-icon'
import { PlayIcon } from '@accord/ui/icons/play-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { InFrame } from '../../lib/frame.js'
import { clientsOf, givenName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { useSessionAct, type TimedBoard } from '../../lib/sessions.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { BudgetCard } from './budget-card.js'
import { FirstSession } from './first-session.js'
import { InTheWay } from './in-the-way.js'
import { LastCheckIn } from './last-check-in.js'
import { LastReflection } from './last-reflection.js'
import { LastTime } from './last-time.js'
import { PrepareGoals } from './prepare-goals.js'
import { ReadinessMinute } from './readiness-minute.js'
import { RoomList } from './room-list.js'
import { SessionPair } from './session-pair.js'

/** Before a session: what the client would like, where the goals stand, the room, oneself. The client sees the room. */
export function PreparePage({ board }: { readonly board: TimedBoard }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const { card, agenda } = board
  const names = format.list(clientsOf(card.people).map(({ name }) => givenName(name)))
  const at = new Date(card.scheduledFor)
  const isOwn = card.relation === 'practitioner'
  const isFirst = card.number === 1 || card.kind === 'getting-to-know-you'
  return (
    <ConsolePage
      title={t('prepare.title', { names })}
      lead={t('prepare.facts', {
        day: format.day(at, now),
        time: format.time(at),
        number: card.number,
        minutes: card.minutes,
        place: card.place,
        kind: card.kind === 'work' ? 'work' : 'other',
      })}
      mark={<SessionPair card={card} />}
      actions={isOwn && <StartButton board={board} />}
    >
      <InFrame slot="status">
        <span className="web-prepare-sight ac-muted ac-small">
          <EyeOffIcon size={16} />
          {t('prepare.sight', { names })}
        </span>
      </InFrame>
      <div className="web-prepare">
        <div className="web-prepare-top">
          <section aria-labelledby="prepare-agenda">
            <h2 className="ac-heading" id="prepare-agenda">
              {t('prepare.agenda', { names })}
            </h2>
            {agenda.length === 0 && <p className="ac-muted">{t('prepare.agenda.none', { names })}</p>}
            <AgendaList agenda={agenda} people={card.people} viewer={person.id} label={t('session.agenda')} />
          </section>
          <PrepareGoals card={card} />
          <LastCheckIn card={card} />
        </div>
        {isFirst && <FirstSession card={card} />}
        <div className="web-prepare-column">
          {!isFirst && <LastTime card={card} />}
          {isOwn && <InTheWay card={card} />}
          {isOwn && <BudgetCard caseId={card.caseId} />}
        </div>
        <div className="web-prepare-column">
          <RoomList card={card} />
          {isOwn && <ReadinessMinute card={card} />}
          {isOwn && <LastReflection card={card} />}
        </div>
      </div>
    </ConsolePage>
  )
}

function StartButton({ board: { card } }: { readonly board: TimedBoard }) {
  const t = useWebMessages()
  const navigate = useNavigate()
  const act = useSessionAct(card.session)
  const start = () =>
    act.mutate({ path: 'start' }, { onSuccess: () => void navigate(`/clients/${card.caseId}/goals`) })
  return (
    <div className="web-session-acts">
      <ButtonLink href={`/clients/${card.caseId}/sessions`}>{t('session.toSessions')}</ButtonLink>
      <Button kind="primary" icon={<PlayIcon size={16} />} isPending={act.isPending} onPress={start}>
        {t('session.start')}
      </Button>
    </div>
  )
}
