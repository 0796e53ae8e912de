import { useQuery } from '@tanstack/react-query'
import type { SessionCard } from '@accord/domain/rest/session'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { allianceQuery } from '../../lib/alliance.js'
import { clientsOf, givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** That the client is asked how it was, and whether an answer has reached the reader. (CI3, CI5) */
export function LeftCheckIn({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const format = useFormat()
  const { data } = useQuery(allianceQuery(card.caseId))
  const names = format.list(clientsOf(card.people).map(({ name }) => givenName(name)))
  const standings =
    data?.clients.flatMap(({ sessions }) => sessions.filter(({ session }) => session === card.session)) ?? []
  const isAnswered = standings.some(({ standing }) => standing === 'answered' || standing === 'kept')
  return (
    <section>
      <h2 className="ac-subheading">{t('left.checkIn')}</h2>
      {isAnswered ? (
        <p className="ac-small">
          <Link href={`/clients/${card.caseId}/alliance`}>{t('left.checkIn.there', { names })}</Link>
        </p>
      ) : (
        <p className="ac-muted ac-small">{t('left.checkIn.asked', { names })}</p>
      )}
    </section>
  )
}
