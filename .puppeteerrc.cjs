// The browser is found at run time (see src/world/browser.ts), so installing must not download one.
module.exports = {skipDownload: true}
