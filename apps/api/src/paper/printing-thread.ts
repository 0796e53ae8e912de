import { parentPort } from 'node:worker_threads'
import { message } from '../messages/message.js'
import { fonts } from './fonts.js'
import { print, type Block } from './paper.js'

/** A report or a note as it goes to the thread that prints it: plain data. */
export interface PrintJob {
  readonly blocks: readonly Block[]
  readonly paper: 'A4' | 'Letter'
  /** What stands at every page's foot, beside its number. */
  readonly foot: {
    readonly key:
      | 'report.foot'
      | 'note.paper.foot'
      | 'note.paper.blank.foot'
      | 'ending.paper.foot'
      | 'accounting.foot'
      | 'takeout.paper.foot'
    readonly values: Readonly<Record<string, string>>
  }
  /** When it is made, in ms. */
  readonly at: number
}

parentPort?.on('message', (job: PrintJob) => void answer(job))

/** What fails here ends this thread, and tells who asked. */
async function answer({ blocks, paper, foot: { key, values }, at }: PrintJob): Promise<void> {
  const foot = (page: number, pages: number) => message(key, { ...values, page, pages })
  const printed = await print(blocks, { paper, fonts: await fonts(), foot, at: new Date(at) })
  parentPort?.postMessage(new Uint8Array(printed))
}
