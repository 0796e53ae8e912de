import type { Actor } from '@accord/domain/access/subject'
import type { CaseSummary } from '@accord/domain/rest/case'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { TakeoutBody } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { CaseService } from '../case/case.service.js'
import { Clock } from '../config/clock.js'
import { TakeoutFiles } from './takeout-files.js'

/** Everything about somebody on its way out: its file name, and its bytes as they are made. */
export interface Takeout {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Copies that one process makes at a time. (TO9) */
const AT_ONCE = 2

/** Gives somebody all that they may read about themselves. (TO1) */
@Injectable()
export class TakeoutService {
  private making = 0

  constructor(
    private readonly cases: CaseService,
    private readonly files: TakeoutFiles,
    private readonly events: AccessEventRepository,
    private readonly clock: Clock,
  ) {}

  async make(actor: Actor, body: TakeoutBody): Promise<Takeout | Refusal> {
    if (!isZone(body.timeZone)) return refuse('malformed')
    if (this.making >= AT_ONCE) return refuse('too-fast')
    const { cases } = await this.cases.list(actor)
    // Before anything is made: what leaves the house is written down, or it does not leave. (AC8)
    for (const one of cases) await this.writeDown(actor, one)
    const madeAt = this.clock.now()
    const name = `accord-my-record-${new Date(madeAt).toISOString().slice(0, 10)}.zip`
    return { name, chunks: this.chunks(this.files.of(actor, cases, { ...body, madeAt })) }
  }

  private writeDown({ clinic, person }: Actor, { caseId, plan: log, relation }: CaseSummary): Promise<void> {
    return this.events.exported({ clinic, caseId, log, person, relation, connection: null })
  }

  private async *chunks(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.making += 1
    try {
      yield* parts
    } finally {
      this.making -= 1
    }
  }
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
