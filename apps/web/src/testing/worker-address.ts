/** Where a build would have put a worker; jsdom has none to start. */
export default '/assets/a.worker.js'
