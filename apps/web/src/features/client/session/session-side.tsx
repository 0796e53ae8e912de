import { AgendaAdder } from '@accord/ui/session/agenda-adder'
import { AgendaList } from '@accord/ui/session/agenda-list'
import { SessionClock } from '@accord/ui/session/session-clock'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName } from '../../../lib/people.js'
import { timeOfState } from '../../../lib/sessions.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { CallLink } from './call-link.js'
import type { LiveSession } from './live-session.js'

/** Beside the goals while a session is live: the call, the clock that both see, what they wanted to talk about. */
export function SessionSide({ of: { board, act } }: { readonly of: LiveSession }) {
  const t = useWebMessages()
  const format = useFormat()
  const { people, viewer, mayWrite } = useRoom()
  if (board === null) return <section className="ac-muted">{t('session.opening')}</section>
  const { card, agenda, arrived, ahead } = board
  const clients = clientsOf(people)
  const names = format.list(clients.map(({ name }) => givenName(name)))
  // Everybody in the case reads what a session brings together. (SE9)
  const readers = format.list(
    people.filter(({ person }) => person !== viewer).map(({ name }) => givenName(name)),
  )
  const here = arrived.filter(({ person }) => person !== viewer)
  return (
    <>
      <CallLink of={card} />
      <section aria-label={t('session.clock')}>
        <SessionClock
          startedAt={timeOfState(card, 'live') ?? board.at}
          minutes={card.minutes}
          ahead={ahead}
        />
        <p className="ac-muted ac-small web-session-here" role="status">
          {here.length === 0
            ? t('session.notYetHere', { names })
            : here
                .map(({ person, at }) =>
                  t('session.hereSince', {
                    name: givenName(people.find((one) => one.person === person)?.name ?? ''),
                    time: format.time(new Date(at)),
                  }),
                )
                .join(' ')}
        </p>
      </section>
      <section aria-label={t('session.agenda')}>
        <h2 className="ac-subheading">{t('session.agenda')}</h2>
        {agenda.length === 0 && <p className="ac-muted ac-small">{t('session.agenda.none', { names })}</p>}
        <AgendaList
          agenda={agenda}
          people={people}
          viewer={viewer}
          label={t('session.agenda')}
          {...(mayWrite && {
            onMark: (subject, state) => act.mutate({ path: `agenda/${subject}`, body: { state } }),
            onWithdraw: (subject) => act.mutate({ path: `agenda/${subject}`, body: { state: 'withdrawn' } }),
          })}
        />
        {mayWrite && (
          <AgendaAdder
            label={t('session.agenda.own')}
            readers={t('session.agenda.readers', { names, readers })}
            textId={`${board.card.session} agenda`}
            onBring={(words) => act.mutateAsync({ path: 'agenda', body: { words } })}
          />
        )}
      </section>
    </>
  )
}
