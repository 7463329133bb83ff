import Messages
import Testing

@Suite struct MessagesPlaceholderTests {}
