/** There is no such thing, or none that this person may see: both read the same from outside. */
export class NotFound extends Error {
  override name = "NotFound";
  constructor(message = "There is nothing at this address.") {
    super(message);
  }
}

/** The person is known and the thing exists, but this deed is not theirs to do. */
export class NotAllowed extends Error {
  override name = "NotAllowed";
  constructor(message = "You may not do this.") {
    super(message);
  }
}

/** Somebody else changed the thing meanwhile, so nothing was written. */
export class Conflict extends Error {
  override name = "Conflict";
  constructor(message = "Somebody changed this while you were working on it. Nothing was overwritten.") {
    super(message);
  }
}

/** Too many tries in too short a time. `retryAfter` is in seconds. */
export class TooMany extends Error {
  override name = "TooMany";
  readonly retryAfter: number;
  constructor(
    retryAfter: number,
    message = "That was a lot in a short time. Please wait a little and try again.",
  ) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
