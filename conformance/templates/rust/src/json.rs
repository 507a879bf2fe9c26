//! As much JSON as the protocol needs: reading a line, and quoting text. Numbers are kept as they are written.

pub enum Json {
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// null, true or false: nothing here asks for them.
    Other,
}

impl Json {
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn number(&self) -> Option<&str> {
        match self {
            Json::Number(digits) => Some(digits),
            _ => None,
        }
    }

    pub fn list(&self) -> Option<&[Json]> {
        match self {
            Json::List(items) => Some(items),
            _ => None,
        }
    }
}

pub fn parse(line: &str) -> Option<Json> {
    let mut reader = Reader { bytes: line.as_bytes(), place: 0 };
    let value = reader.value()?;
    reader.next().is_none().then_some(value)
}

pub fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\0'..='\x1f' => quoted.push_str(&format!("\\u{:04x}", letter as u32)),
            _ => quoted.push(letter),
        }
    }
    quoted + "\""
}

struct Reader<'a> {
    bytes: &'a [u8],
    place: usize,
}

impl Reader<'_> {
    /// The next byte that is not white space, without taking it.
    fn next(&mut self) -> Option<u8> {
        while self.bytes.get(self.place)?.is_ascii_whitespace() {
            self.place += 1;
        }
        self.bytes.get(self.place).copied()
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        (self.next()? == wanted).then(|| self.place += 1)
    }

    fn value(&mut self) -> Option<Json> {
        match self.next()? {
            b'"' => self.text().map(Json::Text),
            b'[' => self.items(b'[', b']', Self::value).map(Json::List),
            b'{' => self.items(b'{', b'}', Self::field).map(Json::Object),
            _ => self.word(),
        }
    }

    fn field(&mut self) -> Option<(String, Json)> {
        let name = self.text()?;
        self.take(b':')?;
        Some((name, self.value()?))
    }

    fn items<T>(&mut self, open: u8, close: u8, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        self.take(open)?;
        while self.next()? != close {
            if !items.is_empty() {
                self.take(b',')?;
            }
            items.push(item(self)?);
        }
        self.take(close)?;
        Some(items)
    }

    fn word(&mut self) -> Option<Json> {
        let start = self.place;
        while self.bytes.get(self.place).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)) {
            self.place += 1;
        }
        match std::str::from_utf8(&self.bytes[start..self.place]).ok()? {
            "" => None,
            "null" | "true" | "false" => Some(Json::Other),
            digits => Some(Json::Number(digits.to_string())),
        }
    }

    fn text(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = Vec::new();
        loop {
            let byte = *self.bytes.get(self.place)?;
            self.place += 1;
            match byte {
                b'"' => return String::from_utf8(text).ok(),
                b'\\' => self.escape(&mut text)?,
                _ => text.push(byte),
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let byte = *self.bytes.get(self.place)?;
        self.place += 1;
        let letter = match byte {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\x08',
            b'f' => '\x0c',
            b'u' => self.code_point()?,
            other => other as char,
        };
        text.extend(letter.encode_utf8(&mut [0; 4]).bytes());
        Some(())
    }

    /// Four hex digits, or two such escapes for a letter beyond 16 bits.
    fn code_point(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.place += 2;
        let second = self.hex()?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + second.checked_sub(0xdc00)?)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.bytes.get(self.place..self.place + 4)?;
        self.place += 4;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    }
}
