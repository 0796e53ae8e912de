import type { Health } from '@accord/domain/rest/health'
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isStorageAway } from '../database/failures.js'
import { message } from '../messages/message.js'
import { CheckpointService } from '../proof/checkpoint.service.js'

@Injectable()
export class HealthService implements BeforeApplicationShutdown {
  private draining = false

  constructor(
    private readonly database: DataSource,
    private readonly checkpoints: CheckpointService,
  ) {}

  beforeApplicationShutdown(): void {
    this.draining = true
  }

  async isReady(): Promise<boolean> {
    if (this.draining) return false
    try {
      await this.database.query('SELECT 1')
      return true
    } catch (error) {
      if (isStorageAway(error)) return false
      throw error
    }
  }

  /** A house without checkpoints goes on, and says so in words. (HI15) */
  checkpointHealth(): Health['checkpoints'] {
    const state = this.checkpoints.state()
    switch (state.kind) {
      case 'none':
        return { state: 'none', sentence: message('checkpoint.none') }
      case 'written': {
        const { number, at } = state
        return { state: 'written', number, at, sentence: message('checkpoint.written', { number }) }
      }
      case 'failed':
        return { state: 'failed', sentence: message(`checkpoint.failed.${state.why}`) }
      case 'contradicted':
        return { state: 'contradicted', sentence: message('checkpoint.contradicted', { logs: state.logs }) }
    }
  }
}
