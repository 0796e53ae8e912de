import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SafetyPlan } from '@accord/domain/rest/safety'
import type { Self } from '@accord/domain/rest/self'
import { casesQuery } from './cases.js'
import { RefusedAnswersBanner } from './refused-answers.js'
import { keepSafety, numbersQuery, safetyPlansQuery } from './safety.js'

/** Has the numbers and one's own safety plan on the device before they are needed, and sends unsent answers. (SA9, OF12) */
export function KeepHelp({ self: { person } }: { readonly self: Self }) {
  useQuery(numbersQuery)
  const { data: list } = useQuery(casesQuery)
  const mine = (list?.cases ?? []).filter(({ relation }) => relation === 'client')
  const answers = useQueries({ queries: mine.map(({ caseId }) => safetyPlansQuery(caseId)) })
  const isWhole = list !== undefined && answers.every(({ data }) => data !== undefined)
  const at = Math.min(Infinity, ...answers.map(({ dataUpdatedAt }) => dataUpdatedAt))
  const plans = answers.flatMap(({ data }) => data?.plans ?? [])
  const said = isWhole && plans.length > 0 ? JSON.stringify(plans) : null
  useEffect(() => {
    if (said !== null) void keepSafety(person.id, JSON.parse(said) as readonly SafetyPlan[], at)
  }, [said, at, person.id])
  return <RefusedAnswersBanner />
}
