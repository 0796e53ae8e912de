import { queryOptions, useQuery } from '@tanstack/react-query'
import type { GuardianLine, Guardians } from '@accord/domain/rest/guardians'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { readJson } from '../../lib/request.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

const guardiansQuery = queryOptions({
  queryKey: ['guardians'],
  queryFn: () => readJson<Guardians>('/api/guardians'),
})

/** A guardian's part that ends by rule, to the young person and to the guardian, before it ends and afterwards. (GU5) */
export function GuardianNews() {
  const { data, dataUpdatedAt } = useQuery(guardiansQuery)
  if (data === undefined || data.lines.length === 0) return null
  return (
    <ul className="pt-rows">
      {data.lines.map((line) => (
        <li key={`${line.caseId} ${line.guardian}`}>
          <Told line={line} now={new Date(dataUpdatedAt)} />
        </li>
      ))}
    </ul>
  )
}

function Told({ line, now }: { readonly line: GuardianLine; readonly now: Date }) {
  const t = usePortalMessages()
  const format = useFormat()
  const facts = {
    guardian: firstName(line.guardianName),
    names: format.list(line.clientNames.map(firstName)),
    day: format.day(new Date(line.endsAt), now),
    count: line.clientNames.length,
  }
  const [title, what] = sentencesOf(t, line, facts)
  return (
    <div className="pt-row">
      <span className="pt-row-body">
        <b>{title}</b>
        <span className="ac-muted">{what}</span>
      </span>
    </div>
  )
}

interface Facts {
  readonly guardian: string
  readonly names: string
  readonly day: string
  readonly count: number
}

function sentencesOf(
  t: ReturnType<typeof usePortalMessages>,
  { relation, hasEnded }: GuardianLine,
  facts: Facts,
): readonly [string, string] {
  if (relation === 'guardian' && hasEnded)
    return [t('home.guardian.own.ended', facts), t('home.guardian.own.endedWhat', facts)]
  if (relation === 'guardian')
    return [t('home.guardian.own.ends', facts), t('home.guardian.own.endsWhat', facts)]
  if (hasEnded) return [t('home.guardian.theirs.ended', facts), t('home.guardian.theirs.endedWhat', facts)]
  return [t('home.guardian.theirs.ends', facts), t('home.guardian.theirs.endsWhat', facts)]
}
