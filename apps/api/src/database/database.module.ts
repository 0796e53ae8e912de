import { Global, Module, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { CONFIG, type Config } from '../config/config.js'
import { ClinicTransactions } from './clinic-transactions.js'
import { appDataSource } from './data-source.js'
import { LaneConnection } from './lane-connection.js'

/** The application's connections, as a role that owns nothing. The database is migrated before Nest starts. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [CONFIG],
      useFactory: (config: Config) => appDataSource(config).initialize(),
    },
    ClinicTransactions,
    LaneConnection,
  ],
  exports: [DataSource, ClinicTransactions, LaneConnection],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: DataSource) {}

  /** The last thing to go: whatever drains before still writes. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.destroy()
  }
}
