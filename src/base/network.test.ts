import { expect, test } from "vitest";
import { networkOf } from "./network.ts";

test("neighbors share an IPv4 network, strangers do not", () => {
  expect(networkOf("192.0.2.7")).toBe("192.0.2.0/24");
  expect(networkOf("192.0.2.250")).toBe(networkOf("192.0.2.7"));
  expect(networkOf("192.0.3.7")).not.toBe(networkOf("192.0.2.7"));
});

test("whoever holds a /48 of IPv6 is one network, however the address is written", () => {
  expect(networkOf("2001:db8:7:1::1")).toBe("2001:db8:7::/48");
  expect(networkOf("2001:0DB8:0007:ffff:1:2:3:4")).toBe("2001:db8:7::/48");
  expect(networkOf("2001:db8:8::1")).not.toBe(networkOf("2001:db8:7::1"));
  expect(networkOf("::1")).toBe("0:0:0::/48");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0::/48");
});

test("an IPv4 visitor is the same one on a socket that speaks IPv6", () => {
  expect(networkOf("::ffff:192.0.2.7")).toBe(networkOf("192.0.2.9"));
});

test("what is no address is one network of its own", () => {
  expect(networkOf("")).toBe("unknown");
  expect(networkOf("a proxy's nonsense")).toBe("unknown");
  expect(networkOf("1:2:3")).toBe("unknown");
});
