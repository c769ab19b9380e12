/**
 * What a browser is started with: headless, alone, offline, the same on every machine.
 * The proxy is a closed port, for whatever might slip past the page's own guard; no address is let past it, not even this machine's.
 */
export function argumentsOf({profile, sandbox}: {profile: string; sandbox: boolean}): ReadonlyArray<string> {
  return [...fixed, `--user-data-dir=${profile}`, ...(sandbox ? [] : unboxed), 'about:blank']
}

/** Without a sandbox nothing needs the process that puts others into one. */
const unboxed = ['--no-sandbox', '--no-zygote']

const fixed = [
  '--headless',
  '--remote-debugging-pipe',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-gpu',
  // Nor is what would draw in its place ever used.
  '--disable-software-rasterizer',
  // A process less to start, for each of what has nothing to do.
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  '--hide-scrollbars',
  '--mute-audio',
  // Nothing leaves this machine.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-pings',
  '--disable-features=AcceptCHFrame,DialMediaRouteProvider,MediaRouter,OptimizationHints,Translate',
  // Nothing is asked, reported or kept.
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  // Containers often have a tiny /dev/shm; a page in the background prints as fast as one in front.
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-ipc-flooding-protection'
]
