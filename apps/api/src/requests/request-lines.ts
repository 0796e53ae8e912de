import type { CaseId, ClinicId } from '@accord/domain/ids'
import { everybodyAsked, fateNow, retentionOf } from '@accord/domain/privacy/kept-case'
import type { Day, RetentionCode } from '@accord/domain/privacy/retention'
import type {
  DeskCase,
  DeskRequest,
  RequestedCase,
  RequestRow,
  RestrictedCase,
} from '@accord/domain/rest/requests'
import { Injectable } from '@nestjs/common'
import type { AskedCase } from './asked-cases.repository.js'
import { RequestSeal } from './request-seal.js'
import type { StoredFateRow, StoredRequest } from './request.repository.js'

/** What is known of a clinic's cases when requests are told. */
export interface Known {
  readonly clinic: ClinicId
  readonly codes: readonly RetentionCode[]
  readonly today: Day
  readonly cases: ReadonlyMap<CaseId, AskedCase>
  readonly fates: readonly StoredFateRow[]
}

/** Tells requests as people and practice read them. (DR13, DR14, DR20) */
@Injectable()
export class RequestLines {
  constructor(private readonly seal: RequestSeal) {}

  rowOf(stored: StoredRequest, known: Known): RequestRow {
    const { request, kind, caseId, state, receivedAt, dueAt, extendedAt, settledAt } = stored
    const { clinic, fates } = known
    const isAnswered = state === 'granted' || state === 'refused'
    return {
      ...{ request, kind, caseId, state, receivedAt, dueAt },
      words: this.seal.open(clinic, `words ${request}`, stored.words),
      extension:
        extendedAt === null
          ? null
          : { at: extendedAt, reason: this.seal.open(clinic, `extension ${request}`, stored.extension) },
      answer:
        isAnswered && settledAt !== null
          ? {
              outcome: state,
              at: settledAt,
              words: this.seal.open(clinic, `answer ${request}`, stored.answer),
            }
          : null,
      cases: fates.filter((fate) => fate.request === request).map((fate) => this.fateOf(fate, known)),
    }
  }

  atTheDesk(stored: StoredRequest, about: readonly CaseId[], known: Known): DeskRequest {
    const { person, name } = stored
    return {
      ...this.rowOf(stored, known),
      person: { person, name },
      about: about.flatMap((caseId) => {
        const found = known.cases.get(caseId)
        return found ? [this.deskCaseOf(found, stored, known)] : []
      }),
    }
  }

  restrictedOf(found: AskedCase, known: Known): RestrictedCase | null {
    const { caseId, restrictedAt: since } = found
    if (since === null) return null
    const isToErase = known.fates.some((fate) => fate.caseId === caseId && fate.fate === 'to-erase')
    return { caseId, since, ...(isToErase ? termOf(found, known) : NO_TERM) }
  }

  private fateOf({ request, caseId, fate, since, why }: StoredFateRow, known: Known): RequestedCase {
    const found = known.cases.get(caseId)
    const isToCome = fate === 'to-erase' || fate === 'shared'
    return {
      ...{ caseId, since, fate: fateNow(fate, (found?.hold ?? null) !== null) },
      ...(found && isToCome ? termOf(found, known) : NO_TERM),
      why: fate === 'lifted' ? this.seal.open(known.clinic, `lifted ${request} ${caseId}`, why) : null,
    }
  }

  private deskCaseOf(found: AskedCase, { person }: StoredRequest, known: Known): DeskCase {
    const { caseId, discipline, clients, practitioners, hold, restrictedAt: restrictedSince } = found
    return {
      ...{ caseId, discipline, practitioners, restrictedSince },
      clients: clients.map(({ name }) => name),
      isShared: !everybodyAsked(clients, askersOf(found, person, known), known.today),
      hold: hold && {
        reason: this.seal.open(known.clinic, `hold ${hold.id}`, hold.reason),
        by: hold.by,
        from: hold.from,
      },
      retention: retentionOf(known.codes, found, known.today),
    }
  }
}

const NO_TERM = { until: null, rule: null } as const

function termOf(found: AskedCase, { codes, today }: Known) {
  const kept = retentionOf(codes, found, today)
  return kept.kind === 'kept' ? { until: kept.until, rule: kept.rule } : NO_TERM
}

/** Whoever asks now, and whoever was granted it before. (DR23) */
export function askersOf(
  { caseId, clients }: AskedCase,
  person: StoredRequest['person'],
  { fates }: Pick<Known, 'fates'>,
) {
  const before = fates.filter(
    (fate) => fate.caseId === caseId && (fate.fate === 'to-erase' || fate.fate === 'shared'),
  )
  return [...before, { person, isGuardian: !clients.some((client) => client.person === person) }]
}
