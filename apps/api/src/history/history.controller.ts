import { Controller, Get, Param, Query } from '@nestjs/common'
import type { HistoryPage } from '@accord/domain/rest/case'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { orRefused, Refused } from '../http/refused.js'
import { HistoryPages } from './history-pages.service.js'

@Controller('api/plans')
export class HistoryController {
  constructor(private readonly pages: HistoryPages) {}

  @Get(':plan/history')
  @Action('history.read')
  async history(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Param('plan') plan: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<HistoryPage> {
    return orRefused(await this.pages.read(signedIn.actor, plan, seqOf(query)))
  }
}

/** Where a page begins; 0 when nothing is said. Nothing else may be asked. */
function seqOf({ after = '0', ...others }: Readonly<Record<string, unknown>>): number {
  const seq = typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : null
  if (seq === null || Object.keys(others).length > 0) throw new Refused('malformed')
  return seq
}
