print("broadseal")
