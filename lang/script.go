package lang

import "unicode"

// script is a writing system, as far as it tells languages apart.
type script uint8

const (
	scriptOther script = iota // letters of a script that is not listed
	scriptLatin
	scriptCyrillic
	scriptGreek
	scriptArabic
	scriptHebrew
	scriptDevanagari
	scriptHan
	scriptKana
	scriptHangul
	scriptThai
	scriptLao
	scriptKhmer
	scriptMyanmar
	scriptTibetan
	scriptBengali
	scriptGurmukhi
	scriptGujarati
	scriptOriya
	scriptTamil
	scriptTelugu
	scriptKannada
	scriptMalayalam
	scriptSinhala
	scriptGeorgian
	scriptArmenian
	scriptEthiopic
	scriptCount
	scriptNone // no letter
)

// ownLanguage gives the language of a script that one language of the news
// writes, or the likeliest where words.txt has no more to say.
var ownLanguage = [scriptCount]string{
	scriptOther: "und", scriptLatin: "und", scriptCyrillic: "ru", scriptGreek: "el", scriptArabic: "ar",
	scriptHebrew: "he", scriptDevanagari: "hi", scriptHan: "zh", scriptKana: "ja", scriptHangul: "ko",
	scriptThai: "th", scriptLao: "lo", scriptKhmer: "km", scriptMyanmar: "my", scriptTibetan: "bo",
	scriptBengali: "bn", scriptGurmukhi: "pa", scriptGujarati: "gu", scriptOriya: "or", scriptTamil: "ta",
	scriptTelugu: "te", scriptKannada: "kn", scriptMalayalam: "ml", scriptSinhala: "si",
	scriptGeorgian: "ka", scriptArmenian: "hy", scriptEthiopic: "am",
}

// blocks are the Unicode blocks of the scripts, in ascending order.
var blocks = []struct {
	first, last rune
	script      script
}{
	{'A', 'Z', scriptLatin}, {'a', 'z', scriptLatin}, {0xAA, 0xAA, scriptLatin}, {0xB5, 0xB5, scriptNone},
	{0xBA, 0xBA, scriptLatin}, {0xC0, 0x2AF, scriptLatin}, {0x2B0, 0x2FF, scriptLatin}, {0x370, 0x3FF, scriptGreek},
	{0x400, 0x52F, scriptCyrillic}, {0x531, 0x58F, scriptArmenian}, {0x591, 0x5FF, scriptHebrew},
	{0x600, 0x6FF, scriptArabic}, {0x750, 0x77F, scriptArabic}, {0x8A0, 0x8FF, scriptArabic},
	{0x900, 0x97F, scriptDevanagari}, {0x980, 0x9FF, scriptBengali}, {0xA00, 0xA7F, scriptGurmukhi},
	{0xA80, 0xAFF, scriptGujarati}, {0xB00, 0xB7F, scriptOriya}, {0xB80, 0xBFF, scriptTamil},
	{0xC00, 0xC7F, scriptTelugu}, {0xC80, 0xCFF, scriptKannada}, {0xD00, 0xD7F, scriptMalayalam},
	{0xD80, 0xDFF, scriptSinhala}, {0xE00, 0xE7F, scriptThai}, {0xE80, 0xEFF, scriptLao},
	{0xF00, 0xFFF, scriptTibetan}, {0x1000, 0x109F, scriptMyanmar}, {0x10A0, 0x10FF, scriptGeorgian},
	{0x1100, 0x11FF, scriptHangul}, {0x1200, 0x139F, scriptEthiopic}, {0x1780, 0x17FF, scriptKhmer},
	{0x1C90, 0x1CBF, scriptGeorgian}, {0x1E00, 0x1EFF, scriptLatin}, {0x1F00, 0x1FFF, scriptGreek},
	{0x2C60, 0x2C7F, scriptLatin}, {0x3005, 0x3007, scriptHan}, {0x3041, 0x30FF, scriptKana},
	{0x3130, 0x318F, scriptHangul}, {0x31F0, 0x31FF, scriptKana}, {0x3400, 0x4DBF, scriptHan},
	{0x4E00, 0x9FFF, scriptHan}, {0xA720, 0xA7FF, scriptLatin}, {0xAC00, 0xD7AF, scriptHangul},
	{0xF900, 0xFAFF, scriptHan}, {0xFB1D, 0xFB4F, scriptHebrew}, {0xFB50, 0xFDFF, scriptArabic},
	{0xFE70, 0xFEFE, scriptArabic}, {0xFF21, 0xFF5A, scriptLatin}, {0xFF66, 0xFF9F, scriptKana},
	{0x20000, 0x3FFFF, scriptHan},
}

// scriptOf returns the script of a letter or of a mark that belongs to one, and
// scriptNone for anything else.
func scriptOf(r rune) script {
	if 0xC0 <= r && r < latinEnd && r != '×' && r != '÷' {
		return scriptLatin
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return scriptNone
	}
	lo, hi := 0, len(blocks)
	for lo < hi {
		mid := (lo + hi) / 2
		if blocks[mid].last < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(blocks) && blocks[lo].first <= r {
		return blocks[lo].script
	}
	return scriptOther
}
