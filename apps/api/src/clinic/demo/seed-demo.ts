import { Module, type DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from '../../app.module.js'
import type { Config } from '../../config/config.js'
import type { Logger } from '../../http/logging.js'
import { ClinicRepository } from '../clinic.repository.js'
import { DemoAlliance } from './demo.alliance.js'
import { DemoBarriers } from './demo.barriers.js'
import { DemoEndings } from './demo.endings.js'
import { DemoMeasures } from './demo.measures.js'
import { DemoNotes } from './demo.notes.js'
import { DemoModule } from './demo.module.js'
import { DemoSupervision } from './demo.supervision.js'
import { DemoSeeder } from './demo.seeder.js'
import { StoryClock } from './story-clock.js'
import { discardUnfinished, markedUnfinished } from './unfinished.js'

const QUIETLY: Readonly<Record<'logger' | 'abortOnError', false>> = { logger: false, abortOnError: false }

@Module({})
class SeedingModule {
  static with(config: Config, logger: Logger, clock: StoryClock): DynamicModule {
    return { module: SeedingModule, imports: [AppModule.with(config, logger, clock), DemoModule] }
  }
}

/**
 * Fills an empty database with the demo clinic: the same rooms and the same door as ever, at the story's time.
 * An app of its own, because everything in it lives by the story's clock; it listens to nobody.
 * @param say called when there is something to fill
 */
export async function seedDemo(config: Config, logger: Logger, now: number, say: () => void): Promise<void> {
  await discardUnfinished(config)
  const clock = new StoryClock()
  const context = await NestFactory.createApplicationContext(
    SeedingModule.with(config, logger, clock),
    QUIETLY,
  )
  try {
    if ((await context.get(ClinicRepository).all()).length > 0) return
    say()
    await markedUnfinished(config, async () => {
      const told = await context.get(DemoSeeder).seed(clock, now)
      await context.get(DemoSupervision).tell(told)
      await context.get(DemoAlliance).tell(told)
      await context.get(DemoBarriers).tell(told)
      await context.get(DemoMeasures).tell(told)
      await context.get(DemoNotes).tell(told)
      await context.get(DemoEndings).tell(told)
    })
  } finally {
    await context.close()
  }
}
