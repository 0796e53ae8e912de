import { useQuery } from '@tanstack/react-query'
import type { BarriersOfClient, ShownBarrier } from '@accord/domain/rest/barriers'
import type { SessionCard } from '@accord/domain/rest/session'
import { Link } from '@accord/ui/controls/link'
import { AddedBeside } from '../../lib/added/added-beside.js'
import { barriersQuery } from '../../lib/barriers.js'
import { givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** What gets in the way and is worth asking about; nothing where nothing is. (BA5) */
export function InTheWay({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const { data, error } = useQuery(barriersQuery(card.caseId))
  const asked = (data?.clients ?? []).flatMap((of) =>
    of.barriers.filter(({ cue }) => cue !== null).map((barrier) => ({ of, barrier })),
  )
  if (asked.length === 0 && error === null) return null
  return (
    <section aria-labelledby="prepare-in-the-way">
      <h2 className="ac-heading" id="prepare-in-the-way">
        {t('prepare.inTheWay')}
      </h2>
      {data === undefined && <p className="ac-muted">{t('prepare.inTheWay.failed')}</p>}
      <ul className="web-in-the-way">
        {asked.map(({ of, barrier }) => (
          <li key={barrier.id}>
            <Asked of={of} barrier={barrier} />
            <AddedBeside
              caseId={card.caseId}
              isHere={({ kind, item }) => kind === 'barrier' && item === barrier.id}
            />
          </li>
        ))}
      </ul>
      {asked.length > 0 && (
        <p className="ac-small">
          <Link href={`/clients/${card.caseId}/profile`}>{t('prepare.inTheWay.see')}</Link>
        </p>
      )}
    </section>
  )
}

interface AskedProps {
  readonly of: BarriersOfClient
  readonly barrier: ShownBarrier
}

function Asked({ of, barrier: { words, kind, cue, entries } }: AskedProps) {
  const t = useWebMessages()
  const name = givenName(of.name)
  const said = cue?.kind === 'said' ? entries.at(-1)?.words : null
  return (
    <>
      <b dir="auto">{words}</b> <span className="ac-muted ac-small">{t(`barriers.kind.${kind}`)}</span>
      {typeof said === 'string' && (
        <blockquote dir="auto">
          <em>{said}</em>
        </blockquote>
      )}
      <span className="web-worth-asking ac-small">
        {cue?.kind === 'untouched'
          ? t('prepare.inTheWay.untouched', { sessions: cue.sessions })
          : t('prepare.inTheWay.said', { name })}
      </span>
    </>
  )
}
