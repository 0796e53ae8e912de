/** jsdom has no workers to start from here. */
export const CHECK_WORKER = '/assets/check.worker.js'
