import type { ReviewChecklist } from '@accord/domain/review/checklist'
import { checklistSchema, type ChecklistBody } from '@accord/domain/rest/review'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { Parsed } from '../http/parsed.pipe.js'
import { Refused } from '../http/refused.js'
import { Checklists } from './checklists.js'

@Controller('api/clinic/review-checklist')
export class ChecklistController {
  constructor(
    private readonly checklists: Checklists,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('checklist.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<ReviewChecklist> {
    return this.checklists.current(actor.clinic)
  }

  @Put()
  @Action('checklist.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(checklistSchema)) { over, items }: ChecklistBody,
  ): Promise<ReviewChecklist> {
    const { clinic, person: by } = actor
    const next = { clinic, version: over + 1, items, by, at: new Date(this.clock.now()) }
    const isOver = (await this.checklists.current(clinic)).version === over
    if (!isOver || !(await this.checklists.add(next))) throw new Refused('words-changed')
    return this.checklists.current(clinic)
  }
}
