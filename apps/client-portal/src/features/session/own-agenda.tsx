import { MOST_OF_A_CLIENT } from '@accord/domain/session/agenda'
import { AgendaAdder } from '@accord/ui/session/agenda-adder'
import { AgendaList } from '@accord/ui/session/agenda-list'
import { useSelf } from '../../lib/self-context.js'
import { useSessionAct, type TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Up to three things of one's own, then what the practitioner brought. (SE9) */
export function OwnAgenda({ board, name }: { readonly board: TimedBoard; readonly name: string }) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const { card, agenda } = board
  const act = useSessionAct(card.session)
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
          readers={t('session.agenda.readers', { name, left: MOST_OF_A_CLIENT - own })}
          textId={`${card.session} agenda`}
          onBring={(words) => act.mutateAsync({ path: 'agenda', body: { words } })}
        />
      ) : (
        <p className="ac-muted ac-small">{t('session.agenda.full')}</p>
      )}
    </section>
  )
}
