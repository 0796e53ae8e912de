import { useQuery } from '@tanstack/react-query'
import type { LogId } from '@accord/domain/ids'
import { AddTo } from '../../lib/add-to.js'
import { caseOfLog, casesQuery } from '../../lib/cases.js'

interface AddToMomentProps {
  readonly log: LogId
  /** The last entry of the moment. */
  readonly seq: number
  readonly sentence: string
}

/** What was said of the moment that is shown, and the way to say something of it. (AD1) */
export function AddToMoment({ log, seq, sentence }: AddToMomentProps) {
  const { data: list } = useQuery(casesQuery)
  const its = list && caseOfLog(list, log)
  if (its === undefined) return null
  return (
    <AddTo
      key={seq}
      caseId={its.caseId}
      place={{ kind: 'moment', item: log, entry: seq }}
      moment={sentence}
    />
  )
}
