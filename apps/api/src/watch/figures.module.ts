import { Global, Module } from '@nestjs/common'
import { Figures } from './figures.js'

/** Gives every module a place for its figures. */
@Global()
@Module({ providers: [Figures], exports: [Figures] })
export class FiguresModule {}
