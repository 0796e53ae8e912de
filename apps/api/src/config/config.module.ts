import { Module, type DynamicModule } from '@nestjs/common'
import { Clock } from './clock.js'
import { CONFIG, type Config } from './config.js'

/** Gives every module the configuration and the clock. */
@Module({})
export class ConfigModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [CONFIG, Clock],
    }
  }
}
