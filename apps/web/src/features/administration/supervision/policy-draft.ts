import { policySchema, type PolicyBody } from '@accord/domain/rest/policy'
import type { HoursRuleId } from '@accord/domain/supervision/hours-rule'
import type { SupervisionPolicy } from '@accord/domain/supervision/policy'
import { DEFAULT_THRESHOLDS, type QueueThresholds } from '@accord/domain/supervision/thresholds'

export type Threshold = keyof QueueThresholds

/** In the order in which a case goes through them. */
export const THRESHOLDS = Object.keys(DEFAULT_THRESHOLDS) as readonly Threshold[]

/** A policy as it is typed: days are words until they are sent. */
export interface PolicyDraft {
  readonly days: Readonly<Record<Threshold, string>>
  readonly rules: readonly HoursRuleId[]
}

/** What a form can be wrong about. */
export type PolicyTrouble = Threshold | 'rules'

export function draftOf({ thresholds, rules }: SupervisionPolicy): PolicyDraft {
  const {
    agreementDays: agreement,
    unreadWeekDays: week,
    unreadTodayDays: today,
    neverReadDays: never,
  } = thresholds
  const days = {
    agreementDays: String(agreement),
    unreadWeekDays: String(week),
    unreadTodayDays: String(today),
    neverReadDays: String(never),
    unsignedDays: String(thresholds.unsignedDays),
    askDays: String(thresholds.askDays),
  }
  return { days, rules }
}

/** The policy that a draft means; null where something can't be meant. */
export function policyOf({ days, rules }: PolicyDraft): SupervisionPolicy | null {
  const body = policySchema.safeParse(bodyOf({ days, rules }, 0))
  return body.success ? { thresholds: body.data.thresholds, rules: body.data.rules } : null
}

/** What the server is sent; it may be refused. */
export function bodyOf({ days, rules }: PolicyDraft, over: number): PolicyBody {
  const number = (words: string) => (/^\d{1,4}$/.test(words.trim()) ? Number(words.trim()) : Number.NaN)
  const thresholds = {
    agreementDays: number(days.agreementDays),
    unreadWeekDays: number(days.unreadWeekDays),
    unreadTodayDays: number(days.unreadTodayDays),
    neverReadDays: number(days.neverReadDays),
    unsignedDays: number(days.unsignedDays),
    askDays: number(days.askDays),
  }
  return { over, thresholds, rules: [...rules] }
}

/** Which fields can't be meant. A day for today that is no later than the one for this week is the later field's. */
export function troublesOf(draft: PolicyDraft): readonly PolicyTrouble[] {
  const read = policySchema.safeParse(bodyOf(draft, 0))
  if (read.success) return []
  const troubles = read.error.issues.map(({ path: [part, name] }): PolicyTrouble => {
    if (part === 'rules') return 'rules'
    return THRESHOLDS.find((one) => one === name) ?? 'unreadTodayDays'
  })
  return [...new Set(troubles)]
}
