import type { Actor } from '@accord/domain/access/subject'
import { auditStart, checkAudit } from '@accord/domain/audit/chain'
import { watchAudit } from '@accord/domain/audit/findings'
import type {
  AuditChecked,
  AuditFindings,
  AuditLine,
  AuditPage,
  AuditSearch,
} from '@accord/domain/rest/audit'
import { Injectable } from '@nestjs/common'
import { ClinicService } from '../clinic/clinic.service.js'
import { Clock } from '../config/clock.js'
import { sha256 } from '../history/sealing.js'
import { AuditRepository, type FoundEvent } from './audit.repository.js'
import { csv } from './csv.js'

const PAGE = 100
const FILE = 50_000
/** Events read and gone through in one turn: more of them would be felt by whoever types meanwhile. */
const AT_ONCE = 500
/** Findings reach back so many ms. */
const FINDINGS_MS = 30 * 24 * 60 * 60_000

/** The audit of a clinic, as its administrators read it. docs/spec/audit.md */
@Injectable()
export class AuditService {
  constructor(
    private readonly clock: Clock,
    private readonly clinics: ClinicService,
    private readonly repository: AuditRepository,
  ) {}

  async page(actor: Actor, search: AuditSearch): Promise<AuditPage> {
    const [found, total] = await Promise.all([
      this.repository.find(actor, search, PAGE + 1),
      this.repository.count(actor, search),
    ])
    const events = found.slice(0, PAGE)
    const cases = await this.repository.clients(actor, unique(events.map((event) => event.case)))
    const named = [...events.map(({ person }) => person), ...cases.flatMap(({ clients }) => clients)]
    const people = await this.repository.people(actor, unique(named))
    const last = events.at(-1)
    return {
      events: events.map(lineOf),
      people,
      cases,
      total,
      next: found.length > PAGE && last ? last.seq : null,
    }
  }

  /** CSV for a spreadsheet: ids, codes and names of people, a line an event. */
  async file(actor: Actor, search: AuditSearch): Promise<string> {
    const head = [
      'seq',
      'at',
      'person',
      'name',
      'app',
      'roles',
      'relation',
      'action',
      'outcome',
      'code',
      'case',
    ]
    const parts = [csv([[...head, 'address']])]
    let before = search.before
    for (let left = FILE; left > 0; left -= AT_ONCE) {
      const events = await this.repository.find(actor, { ...search, before }, AT_ONCE)
      parts.push(await this.lines(actor, events))
      const last = events.at(-1)
      if (last === undefined || events.length < AT_ONCE) break
      before = String(last.seq)
    }
    return parts.join('')
  }

  private async lines(actor: Actor, events: readonly FoundEvent[]): Promise<string> {
    const people = await this.repository.people(actor, unique(events.map(({ person }) => person)))
    const names = new Map(people.map(({ person, name }) => [person, name]))
    return csv(
      events.map((event) => [
        String(event.seq),
        new Date(event.at).toISOString(),
        event.person ?? '',
        (event.person && names.get(event.person)) ?? '',
        event.audience,
        event.roles,
        event.relation ?? '',
        event.action,
        event.outcome,
        event.code ?? '',
        event.case ?? '',
        event.address,
      ]),
    )
  }

  /** Reads the whole chain again. (AU4) */
  async check(actor: Actor): Promise<AuditChecked> {
    let last = auditStart(actor.clinic, sha256)
    for (;;) {
      const events = await this.repository.after(actor, last.seq, AT_ONCE)
      const next = checkAudit(last, events, sha256)
      if ('broken' in next) return { at: this.clock.now(), events: next.broken - 1, broken: next.broken }
      last = next
      if (events.length < AT_ONCE) return { at: this.clock.now(), events: last.seq, broken: null }
    }
  }

  async findings(actor: Actor): Promise<AuditFindings> {
    const { timeZone } = await this.clinics.settings(actor.clinic)
    const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone })
    const watch = watchAudit((at) => Number(format.format(at)))
    const from = this.clock.now() - FINDINGS_MS
    let events = await this.repository.since(actor, from, AT_ONCE)
    for (;;) {
      watch.see(events)
      const last = events.at(-1)
      if (last === undefined || events.length < AT_ONCE) break
      events = await this.repository.after(actor, last.seq, AT_ONCE)
    }
    const findings = watch.found()
    const people = await this.repository.people(actor, unique(findings.map(({ person }) => person)))
    return { findings, people }
  }
}

function lineOf(event: FoundEvent): AuditLine {
  const { seq, at, person, audience, roles, action, outcome, code, case: caseId, relation, address } = event
  const listed = roles === '' ? [] : roles.split(' ')
  return { seq, at, person, audience, roles: listed, action, outcome, code, caseId, relation, address }
}

function unique<T>(values: readonly (T | null)[]): readonly T[] {
  return [...new Set(values)].filter((value) => value !== null)
}
