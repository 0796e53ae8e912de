import { queryOptions } from '@tanstack/react-query'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { SafetyPlan, SafetyPlanBody, SafetyPlans, UrgentNumbersPage } from '@accord/domain/rest/safety'
import { countryOfZone, NUMBERS_OF, type UrgentNumber } from '@accord/domain/safety/urgent-numbers'
import { withKeeper } from './keeper.js'
import { readJson, sendJson } from './request.js'

const NUMBERS = 'accord-urgent-numbers'

/** The clinic's numbers; nothing of anybody is in them, so the device keeps them as they are. (SA9) */
export const numbersQuery = queryOptions({
  queryKey: ['urgent-numbers'],
  queryFn: async ({ signal }) => {
    const page = await readJson<UrgentNumbersPage>('/api/urgent-numbers', signal)
    keepNumbers(page.numbers)
    return page
  },
  staleTime: 300_000,
})

function keepNumbers(numbers: readonly UrgentNumber[]): void {
  try {
    localStorage.setItem(NUMBERS, JSON.stringify(numbers))
  } catch (error) {
    // Private windows, or no room: then the numbers that came with the app stand in.
    if (!(error instanceof DOMException)) throw error
  }
}

/** What this device has: the clinic's own as it last heard them, else those of where its clock is. (SA9) */
export function numbersAtHand(): readonly UrgentNumber[] {
  return keptNumbers() ?? NUMBERS_OF[countryOfZone(Intl.DateTimeFormat().resolvedOptions().timeZone)]
}

function keptNumbers(): readonly UrgentNumber[] | null {
  try {
    const kept = localStorage.getItem(NUMBERS)
    return kept === null ? null : (JSON.parse(kept) as readonly UrgentNumber[])
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return null
    throw error
  }
}

/** One's own safety plan in one case. (SA7) */
export const safetyPlansQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['safety-plans', caseId],
    queryFn: ({ signal }) =>
      readJson<SafetyPlans>(`/api/cases/${encodeURIComponent(caseId)}/safety-plans`, signal),
    staleTime: 60_000,
  })

export async function saveSafetyPlan(
  { caseId, client }: Pick<SafetyPlan, 'caseId' | 'client'>,
  body: SafetyPlanBody,
): Promise<SafetyPlan> {
  const response = await sendJson(`/api/cases/${caseId}/safety-plans/${client}`, body)
  return (await response.json()) as SafetyPlan
}

/** The copy that this device has of them, for when the server can't be asked. (SA9) */
export const keptSafetyQuery = queryOptions({
  queryKey: ['kept', 'safety'],
  queryFn: () => withKeeper((keeper) => keeper.safety()),
  staleTime: 0,
})

export async function keepSafety(person: PersonId, plans: readonly SafetyPlan[], at: number): Promise<void> {
  await withKeeper((keeper) => keeper.keepSafety(person, { plans, at }))
}
