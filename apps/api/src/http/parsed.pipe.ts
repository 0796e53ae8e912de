import { Injectable, type PipeTransform } from '@nestjs/common'
import { Refused } from './refused.js'
import { hasBrokenText, isTooDeep } from './well-formed.js'

/** Any of the domain's schemas. */
interface Schema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false }
}

/** Lets a body through only as its schema describes it: unknown keys are refused, not dropped. (A3) */
@Injectable()
export class Parsed<Value> implements PipeTransform<unknown, Value> {
  constructor(readonly schema: Schema<Value>) {}

  transform(value: unknown): Value {
    if (isTooDeep(value) || hasBrokenText(value)) throw new Refused('malformed')
    const parsed = this.schema.safeParse(value)
    if (!parsed.success) throw new Refused('malformed')
    return parsed.data
  }
}
