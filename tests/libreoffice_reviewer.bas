Sub Review
  source = Environ("REVIEW_SOURCE")
  target = Environ("REVIEW_TARGET")
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Comment(document, "Summit without result", "Too long?")
  Comment(document, "an error", "Who says so?")
  Comment(document, "in January only", "Check the date.")
  document.RecordChanges = True
  Change(document, "Summit without result", "Summit ends without a result")
  Change(document, "new", "newest")
  Change(document, "the whole day", "all day")
  Change(document, "Nobody", "No one")
  Change(document, "an error", "a mistake")
  Change(document, "Go on", "Keep going")
  Change(document, "put off", "postponed")
  Change(document, " in the fields", "")
  Change(document, "without a stop ", "")
  Change(document, "again in January only", "no earlier than January")
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, how())
  document.close(True)
  StarDesktop.terminate()
End Sub

Function Found(document, words As String)
  sought = document.createSearchDescriptor()
  sought.SearchString = words
  sought.SearchCaseSensitive = True
  sought.SearchWords = (InStr(words, " ") = 0)
  Found = document.findFirst(sought)
End Function

Sub Change(document, words As String, other As String)
  place = Found(document, words)
  place.String = other
End Sub

Sub Comment(document, words As String, text As String)
  note = document.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "Bruno Weiss"
  note.Content = text
  place = Found(document, words)
  place.Text.insertTextContent(place, note, False)
End Sub
