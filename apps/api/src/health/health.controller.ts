import type { Health } from '@accord/domain/rest/health'
import { Controller, Get } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { Refused } from '../http/refused.js'
import { HealthService } from './health.service.js'

@Controller('api/health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. */
  @Get('live')
  @Action('health.read')
  live(): { readonly status: 'live' } {
    return { status: 'live' }
  }

  /** The process can do its work: the database answers and nobody has asked it to stop; how its checkpoints are. */
  @Get('ready')
  @Action('health.read')
  async ready(): Promise<Health> {
    if (!(await this.health.isReady())) throw new Refused('storage-unavailable')
    return { status: 'ready', checkpoints: this.health.checkpointHealth() }
  }
}
