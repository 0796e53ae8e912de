import type { GuardianLine } from '@accord/domain/rest/guardians'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { guardianKey } from '../../lib/guardians.js'
import { givenName } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Guardians' parts that end by rule: it comes by itself, so that nobody marks it as seen. (GU5) */
export function GuardiansTold({ lines }: { readonly lines: readonly GuardianLine[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <ul>
      {lines.map((line) => {
        const names = format.list(line.clientNames.map(givenName))
        const facts = {
          guardian: line.guardianName,
          names,
          count: line.clientNames.length,
          day: format.day(new Date(line.endsAt), now),
        }
        return (
          <li key={guardianKey(line)}>
            <Link href={`/clients/${line.caseId}/goals`}>
              {t(line.hasEnded ? 'guardian.ended' : 'guardian.ends', facts)}
            </Link>
            <p className="ac-muted ac-small">
              {t(line.hasEnded ? 'guardian.ended.why' : 'guardian.ends.why', facts)}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
