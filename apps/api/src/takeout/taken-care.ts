import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import type { ReleasedNote } from '@accord/domain/rest/note'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { BarrierService } from '../barrier/barrier.service.js'
import { ComfortService } from '../comfort/comfort.service.js'
import { EndingService } from '../ending/ending.service.js'
import { ReleasedNotesService } from '../note/released-notes.service.js'
import { SafetyPlanService } from '../safety/safety-plan.service.js'
import type { NotYours } from './or-not-yours.js'

type OfClient = Pick<TakenCase, 'barriers' | 'comfort' | 'safetyPlans' | 'ending'>
type Notes = Pick<TakenCase, 'notes' | 'notesKeptBack'>

/** What is written of and for one client beside the plan. (TO2) */
@Injectable()
export class TakenCare {
  constructor(
    private readonly barriers: BarrierService,
    private readonly comforts: ComfortService,
    private readonly safety: SafetyPlanService,
    private readonly endings: EndingService,
    private readonly released: ReleasedNotesService,
  ) {}

  async ofClient(actor: Actor, caseId: CaseId, notYours: NotYours): Promise<OfClient> {
    const barriers = await notYours.unless('barriers', this.barriers.read(actor, caseId))
    const comfort = await notYours.unless('comfort', this.comforts.read(actor, caseId))
    const safety = await notYours.unless('safetyPlans', this.safety.read(actor, caseId))
    const ending = await notYours.unless('ending', this.endings.read(actor, caseId))
    return {
      barriers: barriers?.clients ?? [],
      comfort: comfort?.profiles ?? [],
      safetyPlans: safety?.plans ?? [],
      ending: ending?.state ?? null,
    }
  }

  /** Those that are shown, with their words; of the others that they are there. (TO3) */
  async notes(actor: Actor, caseId: CaseId, notYours: NotYours): Promise<Notes> {
    const listed = await notYours.unless('notes', this.released.list(actor, caseId))
    const notes: ReleasedNote[] = []
    const notesKeptBack: TakenCase['notesKeptBack'][number][] = []
    for (const line of listed?.notes ?? []) {
      const note = await this.released.read(actor, line.note)
      if (isRefusal(note)) notesKeptBack.push(line)
      else notes.push(note)
    }
    return { notes, notesKeptBack }
  }
}
