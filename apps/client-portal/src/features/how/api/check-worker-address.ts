import address from './check.worker.ts?worker&url'

/** Where the build put the worker that checks records. */
export const CHECK_WORKER = address
