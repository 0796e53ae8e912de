import { Global, Module } from '@nestjs/common'
import { ClockWatch } from './clock-watch.js'
import { Figures } from './figures.js'

/** Gives every module a place for its figures. */
@Global()
@Module({ providers: [Figures, ClockWatch], exports: [Figures, ClockWatch] })
export class FiguresModule {}
