/**
 * The exact sum of decimal numbers as PostgreSQL writes `numeric` (`-12.50`), as the number closest to it. Added as
 * floating-point numbers, 9.5 + 7.4 + 4.3 would come out as 21.200000000000003.
 */
export function decimalSum(values: readonly string[]): number {
  const places = Math.max(0, ...values.map((value) => fractionOf(value).length));
  const sum = values.reduce((total, value) => total + scaled(value, places), 0n);
  return Number(`${sum}e-${places}`);
}

function scaled(value: string, places: number): bigint {
  const whole = value.split(".")[0]!;
  return BigInt(whole + fractionOf(value).padEnd(places, "0"));
}

function fractionOf(value: string): string {
  return value.split(".")[1] ?? "";
}
