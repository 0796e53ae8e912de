import { MOST_OF_A_CLIENT } from '@accord/domain/session/agenda'
import { useFormat } from '@accord/ui/messages/use-format'
import { AgendaAdder } from '@accord/ui/session/agenda-adder'
import { AgendaList } from '@accord/ui/session/agenda-list'
import { firstName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { useSessionAct, type TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Up to three things of one's own, then what the practitioner brought. (SE9) */
export function OwnAgenda({ board }: { readonly board: TimedBoard }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const { card, agenda } = board
  const act = useSessionAct(card.session)
  const others = card.people.filter((one) => one.person !== person.id)
  const readers = format.list(others.map(({ name }) => firstName(name)))
  const own = agenda.filter(({ by }) => by === person.id).length
  return (
    <section aria-labelledby="session-agenda">
      <h2 className="ac-portal-section" id="session-agenda">
        {t('session.agenda')}
      </h2>
      {agenda.length > 0 && (
        <div className="pt-session-agenda">
          <AgendaList
            agenda={agenda}
            people={card.people}
            viewer={person.id}
            label={t('session.agenda')}
            onWithdraw={(subject) => act.mutate({ path: `agenda/${subject}`, body: { state: 'withdrawn' } })}
          />
        </div>
      )}
      {own < MOST_OF_A_CLIENT ? (
        <AgendaAdder
          label={t('session.agenda.add')}
          readers={t('session.agenda.readers', { readers, left: MOST_OF_A_CLIENT - own })}
          textId={`${card.session} agenda`}
          onBring={(words) => act.mutateAsync({ path: 'agenda', body: { words } })}
        />
      ) : (
        <p className="ac-muted ac-small">{t('session.agenda.full')}</p>
      )}
    </section>
  )
}
