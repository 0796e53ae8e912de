import { Injectable } from '@nestjs/common'

/** The server's time, in ms since the Unix epoch. Tests and the demo clinic's seeder bring their own. */
@Injectable()
export class Clock {
  now(): number {
    return Date.now()
  }
}
