import type { Health } from '@accord/domain/rest/health'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isStorageAway } from '../database/failures.js'
import { message } from '../messages/message.js'
import { CheckpointService } from '../proof/checkpoint.service.js'

/** Why a process should be asked nothing now. (MP10) */
export type NotReady = 'draining' | 'database-away' | 'history-contradicted'

@Injectable()
export class HealthService {
  private draining = false

  constructor(
    private readonly database: DataSource,
    private readonly checkpoints: CheckpointService,
  ) {}

  /** The process has been asked to stop. */
  drain(): void {
    this.draining = true
  }

  /** Whether people can be served: what the apps ask. (HI15) */
  async isReady(): Promise<boolean> {
    return !this.draining && (await this.databaseAnswers())
  }

  /** What a proxy asks, which also sends nobody to a house whose logs contradict its checkpoints. (MP10) */
  async reason(): Promise<NotReady | null> {
    if (this.draining) return 'draining'
    if (!(await this.databaseAnswers())) return 'database-away'
    return this.checkpoints.state().kind === 'contradicted' ? 'history-contradicted' : null
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

  private async databaseAnswers(): Promise<boolean> {
    try {
      await this.database.query('SELECT 1')
      return true
    } catch (error) {
      if (isStorageAway(error)) return false
      throw error
    }
  }
}
