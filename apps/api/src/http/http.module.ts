import { Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { LOGGER, type Logger } from './logging.js'
import { RefusalFilter } from './refusal.filter.js'

/** Gives every module the log, and every route its way of saying no. */
@Module({})
export class HttpModule {
  static with(logger: Logger): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: APP_FILTER, useFactory: () => new RefusalFilter(logger) },
      ],
      exports: [LOGGER],
    }
  }
}
