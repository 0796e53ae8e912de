import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isStorageAway } from '../database/failures.js'

@Injectable()
export class HealthService implements BeforeApplicationShutdown {
  private draining = false

  constructor(private readonly database: DataSource) {}

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
}
