/** A name and a port, nothing before or behind them. */
export function isPlainHost(host: string): boolean {
  return (
    URL.canParse(`http://${host}`) &&
    new URL(`http://${host}`).host === host.toLowerCase().replace(/:80$/, "")
  );
}
